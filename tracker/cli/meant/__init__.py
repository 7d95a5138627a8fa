"""The line that was probably meant by one that cannot be carried out; asked only when something was refused."""
