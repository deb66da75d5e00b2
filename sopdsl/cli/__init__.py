"""The command `sopc`: one command a file. Nothing else in the project prints or exits."""
