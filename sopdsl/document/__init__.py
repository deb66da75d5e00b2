"""The printed document as a value: cover, identity block, charts, in the profile's words."""
