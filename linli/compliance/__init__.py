"""The folder for whoever supervises: impact assessment, inventory of personal data, measures of protection, as configured now."""
