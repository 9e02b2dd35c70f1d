"""What is agreed with other platforms: records, states, mails and signatures."""
