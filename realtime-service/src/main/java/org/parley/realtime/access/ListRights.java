package org.parley.realtime.access;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Audience;
import org.parley.realtime.kind.RoomKind;

import org.springframework.stereotype.Component;

/**
 * Lets readers follow the lists of threads. There is one room for each audience, which
 * announces the threads of all categories that this audience may read.
 */
@Component
public class ListRights implements RoomRule {

	private final ReadRights readRights;

	ListRights(ReadRights readRights) {
		this.readRights = readRights;
	}

	@Override
	public RoomKind kind() {
		return RoomKind.LIST;
	}

	@Override
	public ReadPermission permission(String audience, @Nullable Caller caller) {
		var least = Audience.valueOf(audience.toUpperCase(Locale.ROOT));
		return Audience.of(caller).includes(least) ? ReadPermission.GRANTED : ReadPermission.FORBIDDEN;
	}

	@Override
	public List<String> dependingOn(String id, Collection<String> ids) {
		return List.of();
	}

	/** Finds the room that announces the threads of a category. */
	public Optional<String> roomOf(String categoryId) {
		return this.readRights.readersOf(categoryId)
			.map((audience) -> RoomKind.LIST.room(audience.name().toLowerCase(Locale.ROOT)));
	}

}
