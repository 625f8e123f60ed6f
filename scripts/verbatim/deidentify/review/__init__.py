"""What people are asked: the review queue, its workbook, and their answers read back."""
