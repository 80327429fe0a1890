package org.parley.forum.mailedpost;

import java.time.InstantSource;
import java.util.List;

import org.parley.contracts.mail.MailedPicture;
import org.parley.contracts.mail.PostMailed;
import org.parley.contracts.media.MediaPurpose;
import org.parley.forum.thread.ThreadBusyException;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.DueBatches;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.readmodels.media.use.KnownMedia;
import org.parley.platform.runtime.ProcessRole;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Publishes mailed posts when all of their pictures are media, or are refused. Those are
 * left out, like pictures that do not arrive in time. A post also waits while posts of
 * its thread are being moved.
 */
@Component
class PublishWithPictures {

	private final IncompletePosts incompletePosts;

	private final KnownMedia knownMedia;

	private final MailedPostListener mailedPostListener;

	private final UnitOfWork unitOfWork;

	PublishWithPictures(IncompletePosts incompletePosts, KnownMedia knownMedia, MailedPostListener mailedPostListener,
			UnitOfWork unitOfWork) {
		this.incompletePosts = incompletePosts;
		this.knownMedia = knownMedia;
		this.mailedPostListener = mailedPostListener;
		this.unitOfWork = unitOfWork;
	}

	@Bean
	static ClusterLoop incompletePostLoop(PublishWithPictures publish, IncompletePosts incompletePosts,
			ProcessRole role, InstantSource clock) {
		return new ClusterLoop("mailed-posts", WorkClaim.none(),
				new DueBatches<>(incompletePosts, publish::publish, role, clock));
	}

	private void publish(IncompletePost post) {
		var ids = post.mailed().pictures().stream().map(MailedPicture::mediaId).toList();
		if (!this.knownMedia.areKnown(ids) && !this.incompletePosts.isOverdue(post)) {
			this.incompletePosts.postpone(post);
			return;
		}
		var shown = withUsablePictures(post.mailed(), ids);
		try {
			this.unitOfWork.run(() -> {
				if (this.incompletePosts.remove(post)) {
					this.mailedPostListener.publish(shown);
				}
			});
		}
		catch (ThreadBusyException ex) {
			this.incompletePosts.postpone(post);
		}
	}

	private PostMailed withUsablePictures(PostMailed mailed, List<String> ids) {
		var usable = this.knownMedia.usableAmong(ids, mailed.authorId(), MediaPurpose.FORUM);
		var content = mailed.content();
		for (var id : ids) {
			if (!usable.contains(id)) {
				content = content.replace("![](media:" + id + ")", "");
			}
		}
		return mailed.showing(content.strip(), List.of());
	}

}
