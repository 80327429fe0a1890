package org.parley.forum.category;

/** Reports whether categories hold threads. */
public interface CategoryContents {

	/**
	 * Whether a category holds any thread, even a hidden or removed one, but not one that
	 * was merged into another thread.
	 */
	boolean areIn(String categoryId);

}
