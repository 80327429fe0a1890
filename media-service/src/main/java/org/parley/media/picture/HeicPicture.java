package org.parley.media.picture;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The picture of a HEIC file as a stream of HEVC, in which each tile is a frame. */
public final class HeicPicture {

	private final byte[] stream;

	private final TileGrid grid;

	private final List<Turn> turns;

	private final byte[] profile;

	private final @Nullable HeicPicture opacity;

	HeicPicture(byte[] stream, TileGrid grid, List<Turn> turns, byte[] profile, @Nullable HeicPicture opacity) {
		this.stream = stream;
		this.grid = grid;
		this.turns = List.copyOf(turns);
		this.profile = profile;
		this.opacity = opacity;
	}

	/** The stream, in the byte format of ITU-T H.265, annex B; it is not copied. */
	public byte[] stream() {
		return this.stream;
	}

	public TileGrid grid() {
		return this.grid;
	}

	/** The changes of the picture before it is shown, in this order. */
	public List<Turn> turns() {
		return this.turns;
	}

	/** The colour profile, which is not copied; empty if there is none. */
	public byte[] profile() {
		return this.profile;
	}

	/** How opaque its places are, as a gray picture; empty if all of it is opaque. */
	public Optional<HeicPicture> opacity() {
		return Optional.ofNullable(this.opacity);
	}

	/** A change of the picture before it is shown. */
	public enum Turn {

		LEFT, AROUND, RIGHT, UPSIDE_DOWN, MIRROR

	}

	/**
	 * The tiles of a picture.
	 *
	 * @param columns the number of tiles in a row
	 * @param width the width of the picture, which the last tiles exceed
	 */
	public record TileGrid(int columns, int rows, int width, int height) {
	}

}
