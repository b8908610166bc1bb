"""What the program ships with: schema, operations, fonts, icons, the sample study."""
