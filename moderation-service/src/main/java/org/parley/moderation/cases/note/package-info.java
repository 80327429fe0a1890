/** Notes that moderators write for each other. */
@NullMarked
package org.parley.moderation.cases.note;

import org.jspecify.annotations.NullMarked;
