package org.parley.platform.events.snapshot;

import org.springframework.data.annotation.Id;

/**
 * A piece of the museum, as it is and as the guides know it.
 *
 * @param id which
 * @param room where it hangs
 * @param version raised with every move
 */
record Piece(@Id String id, int room, long version) {

	Piece moved(int other) {
		return new Piece(this.id, other, this.version + 1);
	}

}
