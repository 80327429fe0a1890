@NullMarked
package org.parley.auth.oauth.consent;

import org.jspecify.annotations.NullMarked;
