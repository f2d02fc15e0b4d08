"""Which provider fits, how current its record is, who may change it, and Open Referral HSDS in and out."""
