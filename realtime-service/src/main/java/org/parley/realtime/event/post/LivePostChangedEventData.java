package org.parley.realtime.event.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.realtime.event.LivePerson;

import org.jspecify.annotations.Nullable;
import org.parley.platform.readmodels.media.AttachedMedium;
import org.parley.platform.readmodels.media.EmbeddedMedia;
import org.parley.platform.readmodels.media.MediaAddresses;

/**
 * Data of the forum's post events.
 *
 * @param post the post's current state
 * @param thread the post's thread
 */
record LivePostChangedEventData(State post, LiveThreadReference thread) {

	private static final Set<String> SHOWN = Set.of("active", "flagged");

	static boolean isShown(String status) {
		return SHOWN.contains(status);
	}

	/**
	 * The post's current state.
	 *
	 * @param id the post's id
	 * @param number its position in the thread
	 * @param author the post's author
	 * @param replyTo the post that it replies to, if any
	 * @param content the Markdown source
	 * @param html the rendered and sanitized HTML
	 * @param status decides who sees the content
	 * @param createdAt time of creation
	 * @param editedAt time of the last change
	 * @param version the post's version
	 * @param media the media that the HTML names; absent if there are none
	 */
	record State(String id, int number, LivePerson author, @Nullable LivePostReference replyTo, String content,
			String html, String status, Instant createdAt, @Nullable Instant editedAt, long version,
			@Nullable List<AttachedMedium> media) {

		/** What was found in the current content; null if nothing was. */
		@Nullable String finding() {
			return this.status.equals("active") ? null : this.status;
		}

		/** The HTML with addresses of media that are valid for some minutes. */
		String shown(MediaAddresses addresses) {
			if (this.media == null) {
				return this.html;
			}
			var byId = this.media.stream().collect(Collectors.toMap(AttachedMedium::id, Function.identity()));
			return EmbeddedMedia.show(this.html,
					(id) -> Optional.ofNullable(byId.get(id)).map((medium) -> medium.show(addresses)));
		}

	}

}
