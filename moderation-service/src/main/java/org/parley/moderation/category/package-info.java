/** Categories as the forum tells of them, and who moderates what is in them. */
@NullMarked
package org.parley.moderation.category;

import org.jspecify.annotations.NullMarked;
