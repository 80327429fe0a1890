package org.parley.summary.modelswitch;

import org.parley.summary.discussion.thread.SummarizedThreads;

import org.springframework.stereotype.Component;

/**
 * Decides whether the chat model may receive the posts of a thread. The category counts
 * that the thread has at this moment, so nothing is cached.
 */
@Component
public class ModelPermission {

	private final SummarizedThreads summarizedThreads;

	private final ModelSwitches modelSwitches;

	ModelPermission(SummarizedThreads summarizedThreads, ModelSwitches modelSwitches) {
		this.summarizedThreads = summarizedThreads;
		this.modelSwitches = modelSwitches;
	}

	/** Whether the thread is known and the model is switched on in its category. */
	public boolean isGranted(String threadId) {
		return this.summarizedThreads.find(threadId)
			.filter((thread) -> this.modelSwitches.isEnabled(thread.category().id()))
			.isPresent();
	}

}
