package org.parley.forum.category;

/** Reports whether categories hold threads. */
public interface CategoryContents {

	/** Whether a category holds any thread, even a hidden or removed one. */
	boolean areIn(String categoryId);

}
