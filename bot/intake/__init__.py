"""The guided referral flows: consent first, details sealed, and every referral answered."""
