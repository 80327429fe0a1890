package org.parley.auth.user;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a newcomer came here.
 *
 * @param awaitsApproval whether an administrator has to approve the account first
 * @param invitedBy id of the user who invited them; null without an invitation
 * @param addressProven whether they have shown that their mail address is theirs
 * @param groups ids of the groups into which they were invited, with a place in each
 * @param createdByOthers whether others create the account for them
 */
public record Admission(boolean awaitsApproval, @Nullable String invitedBy, boolean addressProven, List<String> groups,
		boolean createdByOthers) {

	/** The account of a newcomer who needs neither an invitation nor an approval. */
	public static final Admission FREE = new Admission(false, null, false, List.of(), false);

	/** The account of a newcomer whom an administrator has to approve. */
	public static final Admission AWAITED = new Admission(true, null, false, List.of(), false);

	/** The account that an administrator or a directory creates for its owner. */
	public static final Admission BY_OTHERS = new Admission(false, null, false, List.of(), true);

	/** The same for a newcomer who has shown that their mail address is theirs. */
	public Admission proven() {
		return new Admission(this.awaitsApproval, this.invitedBy, true, this.groups, this.createdByOthers);
	}

}
