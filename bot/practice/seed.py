"""The sample town: people of every kind an assistant will meet, all invented.

Lea has lived experience. Nothing here or anywhere marks her as such, and nothing should.
"""

from __future__ import annotations

from .world import Channel, Person, UserGroup

EVERYBODY = ["ana", "bo", "carmen", "dana", "eli", "fay", "gus", "nia", "lea"]


def people() -> list[Person]:
    """Members, a newcomer, guests of both kinds, a stranger, somebody who left, another bot."""
    return [
        Person("ana", "Ana Ruiz", title="Outreach nurse, Public Health"),
        Person("bo", "Bo Lindqvist", title="Housing desk, Housing Services"),
        Person("carmen", "Carmen Ortega", title="Investigator, Labor Standards", tz="America/Denver"),
        Person("dana", "Dana Whitfield", title="Task force coordinator", is_admin=True),
        Person("eli", "Eli Novak", title="Directory editor, Family Services"),
        Person("fay", "Fay Okafor", title="Privacy lead, City Attorney", tz="America/New_York"),
        Person("gus", "Gus Marino", title="Liaison officer, Police Department"),
        Person("nia", "Nia Brooks", title="Case worker, Youth Services", tz="America/Los_Angeles"),
        Person("lea", "Lea Hart", title="Advisory council", tz="America/Phoenix"),
        Person("hal", "Hal Jensen", kind="guest", title="Volunteer, Harbor Kitchen"),
        Person("ivy", "Ivy Chen", kind="single_channel_guest", title="Intern, Legal Clinic"),
        Person("sky", "Sky Moreau", kind="stranger", title="Regional partner"),
        Person("del", "Del Park", deleted=True, title="Formerly Public Health"),
        Person("rob", "Rob the Poll Bot", kind="bot"),
    ]


def channels() -> list[Channel]:
    """Public, private and shared channels. The assistant (`assistant`) is in all but #random."""
    return [
        Channel("task-force", members=[*EVERYBODY, "hal", "rob", "assistant"], is_general=True, topic="News and questions"),
        Channel("random", members=[*EVERYBODY, "hal"], topic="Everything else"),
        Channel(
            "coordinating-group",
            id="C0COORDGRP0",
            kind="private",
            members=["ana", "bo", "carmen", "dana", "fay", "gus", "lea", "assistant"],
        ),
        Channel("coordinators", kind="private", members=["dana", "fay", "assistant"]),
        Channel("housing-desk", kind="private", members=["bo", "dana", "assistant"]),
        Channel("legal-clinic", members=["carmen", "dana", "ivy", "assistant"], purpose="Wage claims and immigration relief"),
        Channel("partners-shared", members=["ana", "dana", "hal", "sky", "assistant"], is_ext_shared=True),
    ]


def groups() -> list[UserGroup]:
    """User groups that settings may name instead of people."""
    return [
        UserGroup("coordinators", ["dana", "fay"], "Coordinators"),
        UserGroup("directory-editors", ["eli", "dana"], "Directory editors"),
    ]
