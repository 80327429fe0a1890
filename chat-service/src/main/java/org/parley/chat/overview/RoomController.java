package org.parley.chat.overview;

import java.time.Instant;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.chat.category.ChatCategories;
import org.parley.chat.conversation.Conversation;
import org.parley.chat.conversation.Conversations;
import org.parley.chat.conversation.Memberships;
import org.parley.platform.domain.Caller;
import org.parley.platform.text.StorableText;
import org.parley.platform.web.EntityTagResponses;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/rooms")
@Tag(name = "Conversations")
class RoomController {

	private final Conversations conversations;

	private final Memberships memberships;

	private final ChatCategories categories;

	RoomController(Conversations conversations, Memberships memberships, ChatCategories categories) {
		this.conversations = conversations;
		this.memberships = memberships;
		this.categories = categories;
	}

	@GetMapping
	@Operation(summary = "List the rooms that you may join, newest first")
	ResponseEntity<Paged<RoomView>> list(@Valid @ParameterObject RoomQuery query, Caller caller) {
		var page = new NewestFirst(query);
		var found = this.conversations.findRooms(this.categories.readable(caller), query.q(), page);
		var joined = this.memberships.among(caller.id(), found.stream().map(Conversation::id).toList());
		return EntityTagResponses.of(page.page(found, Conversation::id).map((room) -> view(room, joined)));
	}

	private RoomView view(Conversation room, Set<String> joined) {
		return new RoomView(room.id(), room.name(), room.description(), this.categories.slug(room.categoryId()),
				room.memberCount(), joined.contains(room.id()), room.createdAt());
	}

	/**
	 * A query for a page of rooms.
	 *
	 * @param q a part of the name, or of its words, in any spelling
	 */
	record RoomQuery(@StorableText(min = 1, max = 100, directions = true) @Nullable String q,
			@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Min(1) @Max(100) @Nullable Integer limit) implements PageQuery {
	}

	/**
	 * A room as people see it who may join it.
	 *
	 * @param category the slug of the category whose readers may enter the room
	 * @param joined whether the reader is a member
	 */
	record RoomView(String id, @Nullable String name, @Nullable String description, @Nullable String category,
			int memberCount, boolean joined, Instant createdAt) {
	}

}
