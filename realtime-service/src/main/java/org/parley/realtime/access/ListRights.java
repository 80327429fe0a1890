package org.parley.realtime.access;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Caller;
import org.parley.platform.readmodels.category.Audience;
import org.parley.realtime.kind.RoomKind;

import org.springframework.stereotype.Component;

/**
 * Lets readers follow the lists of threads. There is one room for each audience, which
 * announces the threads of all categories of which it is the lowest that may read, and
 * one for each category that groups may read, too.
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
		return Stream.of(Audience.values())
			.filter((least) -> nameOf(least).equals(audience))
			.findFirst()
			.map((least) -> Audience.of(caller).includes(least) ? ReadPermission.GRANTED : ReadPermission.FORBIDDEN)
			.orElseGet(() -> this.readRights.categoryPermission(audience, caller));
	}

	@Override
	public List<String> dependingOn(String categoryId, Collection<String> audiences) {
		return audiences.contains(categoryId) ? List.of(categoryId) : List.of();
	}

	/** Finds the rooms that announce the threads of a category. */
	public List<String> roomsOf(String categoryId) {
		return this.readRights.category(categoryId)
			.stream()
			.flatMap((category) -> Stream.concat(Stream.of(nameOf(category.readers())),
					category.readerGroups().isEmpty() ? Stream.empty() : Stream.of(categoryId)))
			.map(RoomKind.LIST::room)
			.toList();
	}

	private static String nameOf(Audience audience) {
		return audience.name().toLowerCase(Locale.ROOT);
	}

}
