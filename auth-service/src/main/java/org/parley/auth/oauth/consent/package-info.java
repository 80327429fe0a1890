/** Pages on which users grant, deny and withdraw the access of apps. */
@NullMarked
package org.parley.auth.oauth.consent;

import org.jspecify.annotations.NullMarked;
