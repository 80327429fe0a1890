package org.parley.summary;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonDocument;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Hears what is sent to the database while somebody wants to know. */
@TestConfiguration(proxyBeanMethods = false)
public class SentCommands implements CommandListener {

	private final List<BsonDocument> sent = new CopyOnWriteArrayList<>();

	private volatile boolean listening;

	@Bean
	MongoClientSettingsBuilderCustomizer hearing() {
		return (settings) -> settings.addCommandListener(this);
	}

	@Override
	public void commandStarted(CommandStartedEvent event) {
		if (this.listening) {
			this.sent.add(event.getCommand().clone());
		}
	}

	/** What was sent while the work was done. */
	public List<BsonDocument> during(Runnable work) {
		this.sent.clear();
		this.listening = true;
		work.run();
		this.listening = false;
		return List.copyOf(this.sent);
	}

}
