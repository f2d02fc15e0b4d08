"""Open Referral HSDS 3.0 in and out: services as nested JSON and as a tabular package, older packages and iCarol in."""
