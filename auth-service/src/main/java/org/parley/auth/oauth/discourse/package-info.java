/** DiscourseConnect, with which other programs of a site sign people in. */
@NullMarked
package org.parley.auth.oauth.discourse;

import org.jspecify.annotations.NullMarked;
