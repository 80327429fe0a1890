package org.parley.auth.account.group;

import org.parley.auth.account.group.GroupController.GroupMemberView;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.web.paging.OrderedPage;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Lists the members of groups in the order of their usernames. */
@Component
class GroupMembers {

	private final MongoOperations mongo;

	GroupMembers(MongoOperations mongo) {
		this.mongo = mongo;
	}

	Paged<GroupMemberView> page(String groupId, PageQuery query) {
		var page = new OrderedPage(query, groupId, Direction.ASC, "usernameKey");
		var members = page.of(new Query(Criteria.where("groups").is(groupId)));
		var found = this.mongo.find(members, User.class).stream().map(GroupMemberView::of).toList();
		return page.page(found, (member) -> Users.loginKeyOf(member.username()));
	}

}
