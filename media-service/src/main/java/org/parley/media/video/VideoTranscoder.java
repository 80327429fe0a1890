package org.parley.media.video;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.parley.media.refusal.MediaRefusal;
import org.parley.media.refusal.MediaRefusedException;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Turns a video into an MP4 file that every browser plays, with H.264 and AAC, at most
 * 1280 pixels wide and high, and without metadata. The same file always has the same
 * result.
 */
@Component
@EnableConfigurationProperties(VideoSettings.class)
public class VideoTranscoder {

	private static final String DECODERS = "h264,hevc,vp8,vp9,av1,libdav1d,aac,mp3,mp3float,opus,vorbis";

	/** Pictures of a square grid, whose sides are even as H.264 requires. */
	private static final String SCALED = "scale=iw*sar:ih,"
			+ "scale=w='min(1280,iw)':h='min(1280,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2,"
			+ "setsar=1,format=yuv420p";

	/**
	 * The most typical one of the first pictures, of which the very first is often black.
	 */
	private static final String TYPICAL = "thumbnail=30";

	private static final List<String> NO_METADATA = List.of("-map_metadata", "-1", "-map_metadata:s", "-1",
			"-map_chapters", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact");

	private static final List<String> H264 = List.of("-fpsmax", "30", "-c:v", "libx264", "-threads", "1", "-preset",
			"veryfast", "-crf", "26", "-maxrate", "2500k", "-bufsize", "5000k", "-bsf:v",
			"filter_units=remove_types=6");

	private static final List<String> AAC = List.of("-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000");

	private final VideoSettings settings;

	private final FfmpegProcess ffmpeg;

	VideoTranscoder(VideoSettings settings) {
		this.settings = settings;
		this.ffmpeg = new FfmpegProcess(settings);
	}

	/**
	 * Transcodes a video.
	 * @param upload the uploaded file
	 * @param contentType its declared content type
	 * @param folder the folder for the results
	 * @throws MediaRefusedException if it is refused
	 */
	public TranscodedVideo transcode(Path upload, String contentType, Path folder) {
		var format = VideoStructures.read(upload, contentType).format();
		if (this.settings.program().isBlank()) {
			throw new MediaRefusedException(MediaRefusal.VIDEO_UNSUPPORTED);
		}
		var video = folder.resolve("video.mp4");
		this.ffmpeg.run(folder, toMp4(upload, format, video));
		var structure = VideoStructures.read(required(video), VideoFormat.MP4.contentType());
		if (structure.duration().isZero()) {
			throw VideoStructures.damaged();
		}
		var poster = folder.resolve("poster.png");
		this.ffmpeg.run(folder, toPoster(video, poster));
		return new TranscodedVideo(video, required(poster), structure.width(), structure.height(),
				structure.duration());
	}

	private static List<String> toMp4(Path upload, VideoFormat format, Path video) {
		var arguments = input(upload, format);
		arguments.addAll(List.of("-map", "0:v:0", "-map", "0:a:0?", "-t", "61", "-vf", SCALED));
		arguments.addAll(H264);
		arguments.addAll(AAC);
		arguments.addAll(NO_METADATA);
		arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4", video.toString()));
		return arguments;
	}

	private static List<String> toPoster(Path video, Path poster) {
		var arguments = input(video, VideoFormat.MP4);
		arguments.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-vf", TYPICAL, "-c:v", "png"));
		arguments.addAll(NO_METADATA);
		arguments.addAll(List.of("-f", "image2", "-update", "1", poster.toString()));
		return arguments;
	}

	/** Nothing but this file of this format is ever opened. */
	private static List<String> input(Path file, VideoFormat format) {
		return new ArrayList<>(List.of("-filter_threads", "1", "-threads", "1", "-protocol_whitelist", "file",
				"-max_pixels", String.valueOf(VideoStructures.MAX_PIXELS), "-codec_whitelist", DECODERS, "-f",
				format.demuxer(), "-i", file.toString()));
	}

	private static Path required(Path file) {
		if (!Files.exists(file)) {
			throw VideoStructures.damaged();
		}
		return file;
	}

}
