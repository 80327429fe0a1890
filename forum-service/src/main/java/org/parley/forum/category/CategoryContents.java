package org.parley.forum.category;

/** What categories hold. */
public interface CategoryContents {

	/** Whether any of it is in a category, seen by readers or not. */
	boolean areIn(String categoryId);

}
