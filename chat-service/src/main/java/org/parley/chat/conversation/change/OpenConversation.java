package org.parley.chat.conversation.change;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.chat.category.ChatCategories;
import org.parley.chat.category.ChatCategory;
import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.Participation;
import org.parley.chat.person.ChatPeople;
import org.parley.chat.person.ChatPerson;
import org.parley.contracts.chat.ConversationKind;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.text.StorableText;
import org.parley.platform.text.name.ShownName;

import org.springframework.stereotype.Component;

/** Opens a conversation; two people have one direct conversation. */
@Component
public class OpenConversation {

	private final ChatPeople people;

	private final ChatCategories categories;

	private final Invitations invitations;

	private final SaveConversation saveConversation;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	OpenConversation(ChatPeople people, ChatCategories categories, Invitations invitations,
			SaveConversation saveConversation, UnitOfWork unitOfWork, InstantSource clock) {
		this.people = people;
		this.categories = categories;
		this.invitations = invitations;
		this.saveConversation = saveConversation;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	public Opened open(ConversationRequest request, Caller caller) {
		var creator = this.people.requireWriter(caller);
		return switch (request.kind()) {
			case DIRECT -> direct(request, creator);
			case GROUP -> group(request, creator);
			case ROOM -> room(request, creator, caller);
		};
	}

	private Opened direct(ConversationRequest request, ChatPerson creator) {
		refuse(request.name(), "name", request.kind());
		refuse(request.description(), "description", request.kind());
		refuse(request.category(), "category", request.kind());
		var others = this.invitations.find(request.usernames(), creator);
		if (others.size() != 1) {
			throw RefusalException.field("members", "request.invalid", "must name exactly one other person");
		}
		var other = others.getFirst();
		this.invitations.requireUnblocked(other, creator.id());
		return this.unitOfWork.run(() -> this.saveConversation.findDirect(creator.id(), other.id())
			.map((found) -> new Opened(found, false))
			.orElseGet(() -> {
				this.invitations.requireAccepted(other, creator.id());
				return insert(Conversation.direct(creator.id(), other.id(), this.clock.instant()), creator, others);
			}));
	}

	private Opened group(ConversationRequest request, ChatPerson creator) {
		refuse(request.category(), "category", request.kind());
		var others = this.invitations.find(request.usernames(), creator);
		this.invitations.requireAllAccepted(request.usernames(), others, creator.id());
		var ids = Stream.concat(Stream.of(creator), others.stream()).map(ChatPerson::id).toList();
		return this.unitOfWork
			.run(() -> insert(Conversation.group(request.name(), request.description(), ids, this.clock.instant()),
					creator, others));
	}

	private Opened room(ConversationRequest request, ChatPerson creator, Caller caller) {
		if (!caller.isAdmin()) {
			throw RefusalException.forbidden("conversation.forbidden", "Only administrators may create rooms.");
		}
		var name = request.name();
		if (name == null) {
			throw RefusalException.field("name", "request.invalid", "is required for a room");
		}
		refuse(request.members(), "members", request.kind());
		var category = (request.category() != null) ? category(request.category(), caller) : null;
		return this.unitOfWork.run(() -> insert(
				Conversation.room(name, request.description(), category, creator.id(), this.clock.instant()), creator,
				List.of()));
	}

	private String category(String slug, Caller caller) {
		return this.categories.find(slug, caller)
			.map(ChatCategory::id)
			.orElseThrow(() -> RefusalException.unprocessable("category", "category.not-found",
					"There is no such category."));
	}

	private Opened insert(Conversation conversation, ChatPerson creator, List<ChatPerson> others) {
		var members = Stream.concat(Stream.of(creator), others.stream()).toList();
		return new Opened(this.saveConversation.insert(conversation, members), true);
	}

	private static void refuse(@Nullable Object value, String field, ConversationKind kind) {
		if (value != null) {
			throw RefusalException.field(field, "request.invalid", "is not possible for the kind " + kind.json());
		}
	}

	/**
	 * The result.
	 *
	 * @param participation the creator's participation
	 * @param isNew whether the conversation did not exist before
	 */
	public record Opened(Participation participation, boolean isNew) {
	}

	/**
	 * Requests a conversation.
	 *
	 * @param members the usernames of the other members
	 * @param name the name of a group or room
	 * @param description the description of a group or room
	 * @param category the slug of the category whose readers may enter the room
	 */
	public record ConversationRequest(@NotNull ConversationKind kind,
			@Size(max = 199,
					message = "must have at most 199 usernames") @Nullable List<@NotNull @StorableText(min = 1,
							max = 30) String> members,
			@ShownName @Nullable String name, @StorableText(max = 500, lines = true) @Nullable String description,
			@StorableText(min = 1, max = 50) @Nullable String category) {

		public ConversationRequest {
			name = (name != null) ? name.strip() : null;
		}

		List<String> usernames() {
			return Objects.requireNonNullElse(this.members, List.of());
		}

	}

}
