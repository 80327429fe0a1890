package org.parley.media.video;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A supported format. */
enum VideoFormat {

	/** MP4, and QuickTime and 3GP, from which it descends: cameras begin with any box. */
	MP4("mov"),
	/** WebM, and Matroska, of which it is a part. */
	WEBM("matroska"),
	/** AVI of cameras. */
	AVI("avi"),
	/** MPEG-2 transport streams, as camcorders and televisions record them. */
	TRANSPORT_STREAM("mpegts"),
	/** MPEG program streams of older camcorders. */
	PROGRAM_STREAM("mpeg");

	/** The length of the longest beginning: three packets of a transport stream. */
	static final int HEAD = 3 * 192;

	/** The types of ISO/IEC 14496-12, and those of QuickTime. */
	private static final Set<String> FIRST_BOXES = Set.of("ftyp", "styp", "moov", "mdat", "wide", "free", "skip",
			"pnot", "uuid", "udta", "junk", "PICT");

	/** The bytes of a packet, without and with a time of its arrival before it. */
	private static final List<Integer> PACKETS = List.of(188, 192);

	private final String demuxer;

	VideoFormat(String demuxer) {
		this.demuxer = demuxer;
	}

	/** The only one of ffmpeg's readers that may read such a file, or a part of it. */
	String demuxer() {
		return this.demuxer;
	}

	/**
	 * Finds the format of a file.
	 * @param head its first bytes, as characters
	 */
	static Optional<VideoFormat> find(String head) {
		return Arrays.stream(values()).filter((format) -> format.begins(head)).findFirst();
	}

	private boolean begins(String head) {
		return switch (this) {
			case MP4 -> head.length() >= 8 && FIRST_BOXES.contains(head.substring(4, 8));
			case WEBM -> head.startsWith("\u001AE\u00DF\u00A3");
			case AVI -> head.startsWith("RIFF") && head.startsWith("AVI LIST", 8) && head.startsWith("hdrlavih", 20);
			case TRANSPORT_STREAM -> PACKETS.stream().anyMatch((packet) -> consistsOf(packet, head));
			case PROGRAM_STREAM -> head.startsWith("\0\0\u0001\u00BA");
		};
	}

	/** The mark stands at the beginning of each packet, behind the time. */
	private static boolean consistsOf(int packet, String head) {
		return IntStream.range(0, HEAD / packet)
			.allMatch((index) -> head.startsWith("G", index * packet + packet % 188));
	}

}
