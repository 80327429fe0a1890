package org.parley.moderation.subject;

/**
 * The content that a check, case or statement is about, as in events: its fields are
 * fields of the event, and its kind is the beginning of the event's type.
 */
public sealed interface ContentReference {

	/** Returns the reference to a post, message, social post or comment by its place. */
	static ContentReference of(ModeratedPostReference post, ModeratedThreadReference thread) {
		if (SocialPlace.contains(thread)) {
			return new SocialContent(SocialReference.of(post, thread));
		}
		return MessagePlace.find(thread)
			.<ContentReference>map((place) -> new MessageContent(post, thread, place))
			.orElseGet(() -> new PostContent(post, thread));
	}

	/**
	 * Returns the type of an event about this kind of content.
	 * @param type the type of the event about a post of the forum
	 */
	String type(String type);

	String id();

	AuthorReference author();

	/** The number of characters that the text of such a content can have. */
	int longestText();

	/** The thread, conversation or social post, whose events keep their order. */
	String placeId();

	/** A post of the forum. */
	record PostContent(ModeratedPostReference post, ModeratedThreadReference thread) implements ContentReference {

		@Override
		public String type(String type) {
			return type;
		}

		@Override
		public String id() {
			return this.post.id();
		}

		@Override
		public AuthorReference author() {
			return this.post.author();
		}

		@Override
		public int longestText() {
			return 50_000;
		}

		@Override
		public String placeId() {
			return this.thread.id();
		}

	}

	/** A message of a conversation. */
	record MessageContent(ModeratedMessageReference message,
			ModeratedConversationReference conversation) implements ContentReference {

		private MessageContent(ModeratedPostReference message, ModeratedThreadReference conversation,
				MessagePlace place) {
			this(new ModeratedMessageReference(message.id(), message.author()),
					new ModeratedConversationReference(conversation.id(), place.kind()));
		}

		@Override
		public String type(String type) {
			return "message-" + type;
		}

		@Override
		public String id() {
			return this.message.id();
		}

		@Override
		public AuthorReference author() {
			return this.message.author();
		}

		@Override
		public int longestText() {
			return 4_000;
		}

		@Override
		public String placeId() {
			return this.conversation.id();
		}

	}

	/**
	 * A social post or a comment on one.
	 *
	 * @param content the post or comment
	 */
	record SocialContent(SocialReference content) implements ContentReference {

		@Override
		public String type(String type) {
			return "social-" + type;
		}

		@Override
		public String id() {
			return this.content.id();
		}

		@Override
		public AuthorReference author() {
			return this.content.author();
		}

		@Override
		public int longestText() {
			return 5_000;
		}

		@Override
		public String placeId() {
			return this.content.postId();
		}

	}

}
