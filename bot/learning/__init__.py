"""Learning from use and keeping the content true: the first-week tour, monthly reviews by owners, the coordinators' note."""
