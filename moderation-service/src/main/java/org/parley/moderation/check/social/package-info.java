/** The listeners that start checks and open cases of social posts and comments. */
@NullMarked
package org.parley.moderation.check.social;

import org.jspecify.annotations.NullMarked;
