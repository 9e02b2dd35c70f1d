"""What is kept: models, migrations, the unit of work, and the queries that handlers ask."""
