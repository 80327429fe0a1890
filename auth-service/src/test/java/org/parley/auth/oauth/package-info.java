/** What tests of pages and apps share. */
@NullMarked
package org.parley.auth.oauth;

import org.jspecify.annotations.NullMarked;
