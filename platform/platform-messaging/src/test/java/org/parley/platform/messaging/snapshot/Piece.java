package org.parley.platform.messaging.snapshot;

import org.springframework.data.annotation.Id;

/**
 * A piece of the museum and the guides' projection of it.
 *
 * @param version increases with every move
 */
record Piece(@Id String id, int room, long version) {

	Piece moved(int other) {
		return new Piece(this.id, other, this.version + 1);
	}

}
