package org.parley.platform.web.openapi;

import io.swagger.v3.oas.models.PathItem.HttpMethod;
import org.junit.jupiter.api.Test;
import org.parley.platform.web.openapi.OpenApiAutoConfiguration.OperationIds;

import static org.assertj.core.api.Assertions.assertThat;

class OperationIdsTests {

	@Test
	void operationIsNamedByMethodAndPath() {
		assertThat(OperationIds.of(HttpMethod.GET, "/api/v1/threads")).isEqualTo("getThreads");
		assertThat(OperationIds.of(HttpMethod.GET, "/api/v1/threads/{id}/posts")).isEqualTo("getThreadsByIdPosts");
	}

	@Test
	void operationOfSamePathIsDistinguishedByMethod() {
		assertThat(OperationIds.of(HttpMethod.PUT, "/api/v1/chat/conversations/{id}/members/{username}"))
			.isEqualTo("putChatConversationsByIdMembersByUsername");
		assertThat(OperationIds.of(HttpMethod.DELETE, "/api/v1/chat/conversations/{id}/members/{username}"))
			.isEqualTo("deleteChatConversationsByIdMembersByUsername");
	}

	@Test
	void hyphensSeparateWords() {
		assertThat(OperationIds.of(HttpMethod.POST, "/api/v1/admin/forum-service/dead-letters/{id}/replay"))
			.isEqualTo("postAdminForumServiceDeadLettersByIdReplay");
	}

}
