package org.parley.media.picture;

import java.util.List;

/**
 * The picture of a HEIC file as a stream of HEVC, in which each tile is a frame.
 *
 * @param stream the stream, in the byte format of ITU-T H.265, annex B
 * @param columns the number of tiles in a row
 * @param rows the number of rows
 * @param width the width of the picture, which the last tiles exceed
 * @param height its height
 * @param turns what is done with the picture before it is shown, in this order
 * @param profile the colour profile; empty if there is none
 */
public record HeicPicture(byte[] stream, int columns, int rows, int width, int height, List<Turn> turns,
		byte[] profile) {

	/** A change of the picture before it is shown. */
	public enum Turn {

		LEFT, AROUND, RIGHT, UPSIDE_DOWN, MIRROR

	}

}
