"""Activities: lectures, visits, talks. They are times of campaigns (handlers.duty); here: what units book, what people say."""
