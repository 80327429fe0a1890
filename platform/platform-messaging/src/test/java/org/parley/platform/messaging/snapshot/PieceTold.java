package org.parley.platform.messaging.snapshot;

import org.parley.contracts.ParleyEvent;
import org.parley.contracts.Publishes;

/**
 * The room of a piece.
 *
 * @param type whether it was moved or is part of a snapshot
 * @param piece the piece
 */
@Publishes({ "piece.moved", "piece.snapshot" })
record PieceTold(@com.fasterxml.jackson.annotation.JsonIgnore String type, Piece piece) implements ParleyEvent {

	@Override
	public String subject() {
		return this.piece.id();
	}

}
