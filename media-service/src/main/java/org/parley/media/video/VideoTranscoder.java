package org.parley.media.video;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

	/** The formats of cameras, phones, recorders and browsers. */
	private static final String DECODERS = String.join(",",
			List.of("h264,hevc,vp8,vp9,av1,libdav1d,mpeg4,h263,mpeg1video,mpeg2video,mjpeg,prores,theora,dvvideo",
					"aac,mp2,mp2float,mp3,mp3float,opus,vorbis,flac,alac,ac3,eac3,amrnb,amrwb,adpcm_ima_qt,adpcm_ms",
					"pcm_s8,pcm_u8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be",
					"pcm_f32le,pcm_f32be,pcm_f64le,pcm_f64be,pcm_mulaw,pcm_alaw"));

	/** The transfers of pictures with a high dynamic range, as ffmpeg logs them. */
	private static final List<String> HIGH_RANGES = List.of("smpte2084", "arib-std-b67");

	/** The first track of pictures that is no picture of the whole, such as a cover. */
	private static final String PICTURES = "0:V:0";

	/** Pictures of a square grid, whose sides are even as H.264 requires. */
	private static final String SCALED = "scale=iw*sar:ih,"
			+ "scale=w='max(2,min(1280,iw))':h='max(2,min(1280,ih))':force_original_aspect_ratio=decrease"
			+ ":force_divisible_by=2,setsar=1";

	private static final String EIGHT_BITS = ",format=yuv420p";

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

	/** Ends the work on all videos. */
	public void stop() {
		this.ffmpeg.stop();
	}

	/** Whether a file begins as a video of a supported format. */
	public static boolean isVideo(byte[] file) {
		var head = new String(file, 0, Math.min(VideoFormat.HEAD, file.length), StandardCharsets.ISO_8859_1);
		return VideoFormat.find(head).isPresent();
	}

	/**
	 * Transcodes a video.
	 * @param upload the uploaded file
	 * @param folder the folder for the results
	 * @throws MediaRefusedException if it is refused
	 */
	public TranscodedVideo transcode(Path upload, Path folder) {
		var format = VideoStructures.read(upload).format();
		if (this.settings.program().isBlank()) {
			throw new MediaRefusedException(MediaRefusal.VIDEO_UNSUPPORTED);
		}
		var video = folder.resolve("video.mp4");
		makeMp4(folder, upload, format, video);
		var structure = VideoStructures.read(required(video));
		if (structure.duration().isZero()) {
			throw VideoStructures.damaged();
		}
		var poster = folder.resolve("poster.png");
		this.ffmpeg.run(folder, toPoster(video, poster));
		return new TranscodedVideo(video, required(poster), structure.width(), structure.height(),
				structure.duration());
	}

	/**
	 * A sound of another codec, or tones that ffmpeg cannot map, are no reason to refuse.
	 */
	private void makeMp4(Path folder, Path upload, VideoFormat format, Path video) {
		var tones = findHighRange(this.ffmpeg.describe(folder, toNothing(upload, format)))
			.map(VideoTranscoder::toneMapping);
		var filters = SCALED + tones.orElse("") + EIGHT_BITS;
		try {
			this.ffmpeg.run(folder, toMp4(upload, format, video, filters, List.of("-map", "0:a:0?")));
		}
		catch (MediaRefusedException ex) {
			if (ex.refusal() != MediaRefusal.UNDECODABLE) {
				throw ex;
			}
			this.ffmpeg.run(folder, toMp4(upload, format, video, SCALED + EIGHT_BITS, List.of("-an")));
		}
	}

	/** Maps the tones of a high range to those of every screen. */
	private static String toneMapping(String transfer) {
		return (",zscale=tin=%s:pin=bt2020:min=bt2020nc:t=linear:npl=100,format=gbrpf32le,"
				+ "zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv")
			.formatted(transfer);
	}

	private static Optional<String> findHighRange(String log) {
		return log.lines()
			.filter((line) -> line.contains("Video:"))
			.flatMap((line) -> HIGH_RANGES.stream().filter(line::contains))
			.findFirst();
	}

	/** Decodes the first picture. */
	private static List<String> toNothing(Path upload, VideoFormat format) {
		var arguments = input(upload, format);
		arguments.addAll(List.of("-map", PICTURES, "-frames:v", "1", "-f", "null", "-"));
		return arguments;
	}

	private static List<String> toMp4(Path upload, VideoFormat format, Path video, String filters, List<String> sound) {
		var arguments = input(upload, format);
		arguments.addAll(List.of("-map", PICTURES));
		arguments.addAll(sound);
		arguments.addAll(List.of("-t", "61", "-vf", filters));
		arguments.addAll(H264);
		arguments.addAll(AAC);
		arguments.addAll(NO_METADATA);
		arguments.addAll(List.of("-movflags", "+faststart", "-f", "mp4", video.toString()));
		return arguments;
	}

	private static List<String> toPoster(Path video, Path poster) {
		var arguments = input(video, VideoFormat.MP4);
		arguments.addAll(List.of("-map", PICTURES, "-frames:v", "1", "-vf", TYPICAL, "-c:v", "png"));
		arguments.addAll(NO_METADATA);
		arguments.addAll(List.of("-threads", "1", "-f", "image2", "-update", "1", poster.toString()));
		return arguments;
	}

	/** Nothing but this file of this format is ever opened, nor a format inside it. */
	private static List<String> input(Path file, VideoFormat format) {
		return new ArrayList<>(List.of("-y", "-filter_threads", "1", "-threads", "1", "-protocol_whitelist", "file",
				"-max_pixels", String.valueOf(VideoStructures.MAX_PIXELS), "-codec_whitelist", DECODERS,
				"-format_whitelist", format.demuxer(), "-max_streams", String.valueOf(VideoStructures.MAX_TRACKS), "-f",
				format.demuxer(), "-i", file.toString()));
	}

	private static Path required(Path file) {
		if (!Files.exists(file)) {
			throw VideoStructures.damaged();
		}
		return file;
	}

}
