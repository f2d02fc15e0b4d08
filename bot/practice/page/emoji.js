// The emoji the assistant and its people use by name; an unknown name stays as typed.

const NAMES = `+1 👍 thumbsup 👍 -1 👎 thumbsdown 👎 wave 👋 white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌
eyes 👀 tada 🎉 warning ⚠️ rotating_light 🚨 sos 🆘 phone ☎️ telephone ☎️ telephone_receiver 📞 calling 📲 iphone 📱 calendar 📅
date 📅 spiral_calendar_pad 🗓️ clock9 🕘 clock8 🕗 clock1 🕐 alarm_clock ⏰ hourglass ⌛ hourglass_flowing_sand ⏳ stopwatch ⏱️ bell 🔔 no_bell 🔕
lock 🔒 unlock 🔓 key 🔑 shield 🛡️ house 🏠 house_with_garden 🏡 hospital 🏥 office 🏢 bed 🛏️ scales ⚖️ balance_scale ⚖️
memo 📝 pencil 📝 pencil2 ✏️ page_facing_up 📄 clipboard 📋 bookmark 🔖 bookmark_tabs 📑 books 📚 book 📖 open_book 📖 file_folder 📁
speech_balloon 💬 left_speech_bubble 🗨️ thought_balloon 💭 mag 🔍 mag_right 🔎 bulb 💡 information_source ℹ️ question ❓ grey_question ❔
exclamation ❗ heavy_exclamation_mark ❗ bangbang ‼️ arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ leftwards_arrow_with_hook ↩️
point_right 👉 point_left 👈 point_down 👇 point_up ☝️ raised_hands 🙌 raised_hand ✋ hand ✋ pray 🙏 clap 👏 muscle 💪 handshake 🤝 ok_hand 👌
heart ❤️ green_heart 💚 blue_heart 💙 yellow_heart 💛 purple_heart 💜 broken_heart 💔 star ⭐ star2 🌟 sparkles ✨ fire 🔥 100 💯
smile 😄 slightly_smiling_face 🙂 simple_smile 🙂 grinning 😀 joy 😂 thinking_face 🤔 neutral_face 😐 worried 😟 cry 😢 sob 😭
red_circle 🔴 large_yellow_circle 🟡 large_green_circle 🟢 large_blue_circle 🔵 white_circle ⚪ black_circle ⚫ large_orange_circle 🟠
red_square 🟥 green_square 🟩 white_large_square ⬜ black_large_square ⬛ small_blue_diamond 🔹 small_orange_diamond 🔸
round_pushpin 📍 pushpin 📌 paperclip 📎 link 🔗 email 📧 envelope ✉️ incoming_envelope 📨 inbox_tray 📥 outbox_tray 📤 package 📦
police_car 🚓 ambulance 🚑 car 🚗 bus 🚌 airplane ✈️ globe_with_meridians 🌐 earth_americas 🌎 sun_with_face 🌞 sunny ☀️ crescent_moon 🌙
bust_in_silhouette 👤 busts_in_silhouette 👥 child 🧒 baby 👶 woman 👩 man 👨 family 👪 robot_face 🤖 wrench 🔧 gear ⚙️ hammer_and_wrench 🛠️
one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣ no_entry ⛔ no_entry_sign 🚫 stop_sign 🛑 recycle ♻️ seedling 🌱 coffee ☕ cloud ☁️ snowflake ❄️`;

const words = NAMES.split(/\s+/);
const TABLE = new Map();
for (let at = 0; at < words.length; at += 2) TABLE.set(words[at], words[at + 1]);

/** The character of `:name:`, or null. */
export const emoji = (name) => TABLE.get(name.split("::")[0]) ?? null;

/** What a person may react with from the toolbar. */
export const REACTIONS = { "+1": "thumbs up", white_check_mark: "done", eyes: "looking", heart: "heart" };
