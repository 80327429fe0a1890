package org.parley.webhook.forum;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A category with its readers.
 *
 * @param readers the lowest role that may read
 */
@Document("forum_categories")
record PublicCategory(@Id String id, String readers, long version) {

	boolean isPublic() {
		return this.readers.equals("anyone");
	}

}
