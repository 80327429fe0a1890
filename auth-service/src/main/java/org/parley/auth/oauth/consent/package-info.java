/** Where people let apps act for them, or do not, and take that back. */
@NullMarked
package org.parley.auth.oauth.consent;

import org.jspecify.annotations.NullMarked;
