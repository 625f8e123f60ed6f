"""Making a release: what goes in, what it is called by, what it says about itself."""
