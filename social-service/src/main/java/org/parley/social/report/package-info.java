/** Reports of posts and comments to moderators. */
@NullMarked
package org.parley.social.report;

import org.jspecify.annotations.NullMarked;
