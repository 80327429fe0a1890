package org.parley.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.parley.launcher.backup.UpdateConsumers.ServiceSnapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class UpdateConsumersTests {

	@Test
	void eachQueueIsListedOncePerPublisher() {
		assertThat(UpdateConsumers.snapshots("""
				exchanges:
				  auth.events:
				    publisher: auth-service
				    events:
				      user.banned: {heard-by: [gateway]}
				      user.snapshot: {snapshot: true, heard-by: [forum_members, notifications]}
				      contact.snapshot: {snapshot: true, heard-by: [notifications]}
				""")).containsExactly(new ServiceSnapshot("auth-service", "forum_members"),
				new ServiceSnapshot("auth-service", "notifications"));
	}

	@Test
	void catalogueOfParleyHasSnapshotsForForum() throws IOException {
		var catalogue = Files.readString(Path.of("..", "..", "contracts", "src", "main", "resources", "catalogue.yml"));
		assertThat(UpdateConsumers.snapshots(catalogue)).contains(new ServiceSnapshot("auth-service", "forum_members"));
	}

	@Test
	void pageForOperatorsListsAllSnapshots() throws IOException {
		var catalogue = Files.readString(Path.of("..", "..", "contracts", "src", "main", "resources", "catalogue.yml"));
		var page = Files.readString(Path.of("..", "..", "docs", "operations", "backup.md"));
		var listed = page.substring(page.indexOf("<<END\n") + "<<END\n".length(), page.indexOf("   END\n"));
		assertThat(listed.lines().map(String::strip))
			.containsExactlyInAnyOrderElementsOf(UpdateConsumers.snapshots(catalogue)
				.stream()
				.map((snapshot) -> snapshot.publisher() + " " + snapshot.queue())
				.toList());
	}

	@Test
	void awaitedStatusIsOneOfApi() throws IOException {
		var api = Path.of("..", "..", "contracts", "src", "published", "openapi", "auth-service.json");
		var status = JsonMapper.shared()
			.readTree(Files.readString(api))
			.at("/components/schemas/SnapshotRunView/properties/status/enum");
		assertThat(status.valueStream().map(JsonNode::asString)).contains(UpdateConsumers.DONE);
	}

}
