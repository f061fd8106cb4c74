import { describe, expect, it } from 'vitest'
import { holdsPersonalData, holdsSecret } from '../../dist/facts/sensitive-names.js'

function list(text: string): string[] {
  return text.trim().split(/\s+/)
}

describe('names of secrets', () => {
  it.each(
    list(`
      password Password PASSWORD passwd pwd userPassword user_password newPassword oldPassword currentPassword password2
      confirmPassword passwordConfirmation passwordConfirm repeatPassword plainPassword rawPassword tempPassword
      DB_PASSWORD dbPassword smtpPass passphrase passcode plaintextPassword passwords
      secret clientSecret client_secret JWT_SECRET webhookSecret secretValue sharedSecret appSecret
      apiKey api_key API_KEY apikey openaiApiKey OPENAI_API_KEY x-api-key stripeSecretKey secretKey privateKey private_key
      PRIVATE_KEY encryptionKey signingKey awsSecretAccessKey accessKey
      token accessToken access_token refreshToken idToken authToken bearerToken resetToken sessionToken inviteToken jwt
      verificationToken csrfToken jwtToken passwordResetToken emailVerificationToken tokenValue rawToken authtoken
      accesstoken authorization Authorization authHeader authorizationHeader cookie cookies sessionCookie sessionId userSessionId
      session_id sessionID credentials awsCredentials
      cvv cvc cardNumber card_number creditCard creditCardNumber pan ssn otp otpCode pin userPin pinCode mfaCode
      verificationCode recoveryCodes
    `),
  )('%s holds one', (name) => {
    expect(holdsSecret(name)).toBe(true)
  })

  it.each(
    list(`
      passwordHash hashedPassword password_hash encryptedPassword maskedPassword passwordLength hasPassword isPassword
      passwordField passwordInputId PASSWORD_MIN_LENGTH passwordPolicy passwordChangedAt passwordStrength resetPassword
      changePassword forgotPassword resetPasswordUrl passwordKey invalidPassword wrongPassword passwordLabel
      tokenCount tokenType tokens promptTokens prompt_tokens maxTokens totalTokens completionTokens tokenize tokenizer
      tokenUsage tokenLimit csrfTokenName tokenId tokenExpiry tokenExpiresAt tokenName accessTokenUrl verifyToken
      generateToken nextPageToken pageToken continuationToken nextToken pushToken deviceToken tokenAddress tokenSymbol
      cancelToken InjectionToken tokenProvider authTokenHeaderName
      secretName secretArn secretId secretManager secretsManager missingApiKeys apiKeyId apiKeyName publicKey primaryKey
      foreignKey cacheKey key keys keyId privateKeyPath sortKey
      cookieName cookieOptions cookieParser sessionStore sessionIdLength session authorizationUrl auth author authorId
      authorized authMethod creditCardType cardId card cardLast4 span expand panel company pinned spinner opinion pinId
      mapPin passport bypass compass passed passes pass passing code statusCode errorCode countryCode zipCode
      code_challenge keyword token_type checkoutSessionId chatSessionId
    `),
  )('%s holds none', (name) => {
    expect(holdsSecret(name)).toBe(false)
  })
})

describe('names of personal data', () => {
  it.each(
    list(`
      email userEmail email_address emailAddress customerEmail emails recipientEmail phone phoneNumber phone_number mobile
      mobileNumber firstName first_name lastName fullName full_name surname address homeAddress shippingAddress street
      streetAddress dob dateOfBirth date_of_birth birthDate birthday passportNumber iban nationalId ip ipAddress
      ip_address clientIp remoteIp userIp clientIP
    `),
  )('%s holds some', (name) => {
    expect(holdsPersonalData(name)).toBe(true)
  })

  it.each(
    list(`
      emailId emailTemplate emailCount emailVerified isEmailVerified hasEmail hashedEmail maskedEmail emailHash sendEmail
      emailType emailProvider emailDomain emailSubject supportEmail fromEmail
      name fileName username tableName className nickname displayName hostname fullNameOfFile
      walletAddress contractAddress serverAddress macAddress bindAddress addressId
      phoneVerified ship shipId zip script description tip pipeline recipe ipWhitelist streetlight invalidEmail
      userId customerId
    `),
  )('%s holds none', (name) => {
    expect(holdsPersonalData(name)).toBe(false)
  })
})
