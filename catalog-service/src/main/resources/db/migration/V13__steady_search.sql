-- Writes are rare here. A list of pending ones would make searches slow until somebody cleans it.
alter index image_search set (fastupdate = off);
alter index image_labels set (fastupdate = off);
alter index published_image_search set (fastupdate = off);
alter index published_image_labels set (fastupdate = off);
select gin_clean_pending_list('image_search'), gin_clean_pending_list('image_labels'),
	gin_clean_pending_list('published_image_search'), gin_clean_pending_list('published_image_labels');
