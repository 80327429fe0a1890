package org.parley.media.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.parley.media.picture.HeicPicture;
import org.parley.media.picture.PictureFile;
import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Turns pictures that only ffmpeg decodes into files that the decoder of pictures reads:
 * HEIC into JPEG or PNG, BMP into PNG, and PNG that moves into WebP.
 */
@Component
@EnableConfigurationProperties(VideoSettings.class)
public class PictureTranscoder {

	/** A worker claims a picture for ninety seconds, and decodes it afterwards. */
	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	/** Codecs store whole blocks, so their frames are larger than the pictures. */
	private static final long MAX_CODED_PIXELS = PictureFile.MAX_PIXELS + PictureFile.MAX_PIXELS / 16;

	private final VideoSettings settings;

	private final FfmpegProcess ffmpeg;

	PictureTranscoder(VideoSettings settings) {
		this.settings = settings;
		var timeout = (settings.timeout().compareTo(TIMEOUT) < 0) ? settings.timeout() : TIMEOUT;
		this.ffmpeg = new FfmpegProcess(new VideoSettings(settings.program(), timeout, settings.memory()));
	}

	/** Whether this installation has ffmpeg. */
	public boolean isAvailable() {
		return !this.settings.program().isBlank();
	}

	/**
	 * Decodes the picture of a HEIC file as it is shown. One whose opacity cannot be
	 * decoded within the limits is shown opaque.
	 * @return a PNG, or a JPEG if all of it is opaque, with its colour profile
	 * @throws MediaRefusedException if it cannot be decoded
	 */
	public byte[] decode(HeicPicture picture, Path folder) throws IOException {
		requireAvailable();
		var opacity = picture.opacity().orElse(null);
		if (opacity != null) {
			try {
				return toPng(picture, opacity, folder);
			}
			catch (MediaRefusedException ex) {
				return toJpeg(picture, folder);
			}
		}
		return toJpeg(picture, folder);
	}

	private byte[] toPng(HeicPicture picture, HeicPicture opacity, Path folder) throws IOException {
		var arguments = input(write(folder, "picture", picture.stream()), "hevc", "hevc");
		arguments.addAll(input(write(folder, "opacity", opacity.stream()), "hevc", "hevc"));
		var grid = picture.grid();
		var shown = filters(picture, "format=rgba");
		var gray = filters(opacity, "extractplanes=y,format=gray,scale=%d:%d".formatted(grid.width(), grid.height()));
		arguments.addAll(List.of("-filter_complex_threads", "1", "-filter_complex",
				"[0:v]%s[shown];[1:v]%s[gray];[shown][gray]alphamerge".formatted(shown, gray), "-frames:v", "1", "-c:v",
				"png", "-compression_level", "1", "-f", "image2", "-update", "1"));
		return ColorProfiles.inPng(result(folder, arguments), picture.profile());
	}

	/**
	 * The best tables of the JPEG, which is used once, would need more memory than
	 * everything else.
	 */
	private byte[] toJpeg(HeicPicture picture, Path folder) throws IOException {
		var arguments = input(write(folder, "picture", picture.stream()), "hevc", "hevc");
		arguments.addAll(List.of("-vf", filters(picture, "scale=out_color_matrix=bt601:out_range=pc,format=yuvj444p"),
				"-frames:v", "1", "-c:v", "mjpeg", "-huffman", "default", "-q:v", "2", "-f", "image2", "-update", "1"));
		return ColorProfiles.inJpeg(result(folder, arguments), picture.profile());
	}

	/**
	 * Converts a BMP.
	 * @throws MediaRefusedException if it cannot be decoded
	 */
	public byte[] toPng(byte[] bmp, Path folder) throws IOException {
		requireAvailable();
		var arguments = input(write(folder, "picture", bmp), "bmp_pipe", "bmp");
		arguments.addAll(
				List.of("-frames:v", "1", "-c:v", "png", "-compression_level", "1", "-f", "image2", "-update", "1"));
		return result(folder, arguments);
	}

	private void requireAvailable() {
		if (!isAvailable()) {
			throw new MediaRefusedException(MediaRefusal.TYPE_UNSUPPORTED);
		}
	}

	/**
	 * Converts a PNG or an AVIF that moves.
	 * @throws MediaRefusedException if it cannot be decoded
	 */
	public byte[] toWebp(PictureFile picture, Path folder) throws IOException {
		var file = write(folder, "picture", picture.content());
		var arguments = picture.isAnimatedAvif() ? input(file, "mov", "av1,libdav1d") : input(file, "apng", "apng,png");
		arguments.addAll(List.of("-c:v", "libwebp_anim", "-q:v", "85", "-compression_level", "1", "-loop", "0",
				"-vsync", "passthrough", "-f", "webp"));
		return result(folder, arguments);
	}

	private static Path write(Path folder, String name, byte[] content) throws IOException {
		return Files.write(folder.resolve(name), content);
	}

	private static List<String> input(Path file, String demuxer, String decoders) {
		return new ArrayList<>(List.of("-y", "-filter_threads", "1", "-threads", "1", "-protocol_whitelist", "file",
				"-max_pixels", String.valueOf(MAX_CODED_PIXELS), "-codec_whitelist", decoders, "-f", demuxer, "-i",
				file.toString()));
	}

	/** Each thread of an encoder takes memory; without a number there is one per core. */
	private byte[] result(Path folder, List<String> arguments) throws IOException {
		var made = folder.resolve("made");
		arguments.addAll(List.of("-threads", "1", made.toString()));
		this.ffmpeg.run(folder, arguments);
		if (!Files.exists(made)) {
			throw VideoStructures.damaged();
		}
		return Files.readAllBytes(made);
	}

	/** Joins the tiles, converts their pixels, and turns them. */
	private static String filters(HeicPicture picture, String conversion) {
		var grid = picture.grid();
		var tiles = (grid.columns() * grid.rows() > 1) ? Stream.of("tile=%dx%d".formatted(grid.columns(), grid.rows()))
				: Stream.<String>empty();
		var whole = Stream.of("crop=%d:%d:0:0:exact=1".formatted(grid.width(), grid.height()), conversion);
		return Stream.of(tiles, whole, picture.turns().stream().map(PictureTranscoder::filter))
			.flatMap((filters) -> filters)
			.collect(Collectors.joining(","));
	}

	private static String filter(HeicPicture.Turn turn) {
		return switch (turn) {
			case LEFT -> "transpose=2";
			case AROUND -> "hflip,vflip";
			case RIGHT -> "transpose=1";
			case UPSIDE_DOWN -> "vflip";
			case MIRROR -> "hflip";
		};
	}

}
