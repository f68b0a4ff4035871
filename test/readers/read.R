# Reads the tables at addresses without options, and writes each as it was read: 1.csv, 2.csv and so on.
folder <- commandArgs(trailingOnly = TRUE)[1]
urls <- readLines(file("stdin"))
for (number in seq_along(urls)) {
  table <- read.csv(urls[number])
  write.csv(table, file.path(folder, paste0(number, ".csv")), row.names = FALSE, na = "")
}
