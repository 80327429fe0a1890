/** Moderators write policies, put them in force and return to earlier ones. */
@NullMarked
package org.parley.moderation.draft;

import org.jspecify.annotations.NullMarked;
