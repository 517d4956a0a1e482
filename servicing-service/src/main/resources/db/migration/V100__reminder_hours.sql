-- Why a reminder may be sent: CONSENT, or the rule by which it is sent without one.
alter table reminder add column ground text;
create index reminder_loan on reminder (loan_id, id);

-- The house's own hours for reminders, by kind of day; they only ever narrow the law's (08:00 to
-- 22:00, CN-CONTACT-01) and give way to hours that a borrower has chosen. Change them by ending a
-- row and adding one.
create table reminder_hours (
  day_kind   text not null check (day_kind in ('WORKDAY', 'REST_DAY', 'HOLIDAY')),
  valid_from date not null,
  valid_to   date,
  from_time  time not null,
  to_time    time not null check (to_time > from_time),
  primary key (day_kind, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
insert into reminder_hours values
  ('WORKDAY',  '2020-01-01', null, '08:00', '22:00'),
  ('REST_DAY', '2020-01-01', null, '09:00', '21:00'),
  ('HOLIDAY',  '2020-01-01', null, '10:00', '20:00');

-- Days that are no ordinary ones; any other day is a workday from Monday to Friday, a rest day else.
create table calendar_day (
  day    date primary key,
  kind   text not null check (kind in ('WORKDAY', 'REST_DAY', 'HOLIDAY')),
  name   text not null,
  source text not null
);
insert into calendar_day
select day::date, 'HOLIDAY', name, source
from (values
  ('元旦',   date '2025-01-01', date '2025-01-01', '国办发明电〔2024〕12号'),
  ('春节',   date '2025-01-28', date '2025-02-04', '国办发明电〔2024〕12号'),
  ('清明节', date '2025-04-04', date '2025-04-06', '国办发明电〔2024〕12号'),
  ('劳动节', date '2025-05-01', date '2025-05-05', '国办发明电〔2024〕12号'),
  ('端午节', date '2025-05-31', date '2025-06-02', '国办发明电〔2024〕12号'),
  ('国庆节、中秋节', date '2025-10-01', date '2025-10-08', '国办发明电〔2024〕12号'),
  ('元旦',   date '2026-01-01', date '2026-01-03', '国办发明电〔2025〕7号'),
  ('春节',   date '2026-02-15', date '2026-02-23', '国办发明电〔2025〕7号'),
  ('清明节', date '2026-04-04', date '2026-04-06', '国办发明电〔2025〕7号'),
  ('劳动节', date '2026-05-01', date '2026-05-05', '国办发明电〔2025〕7号'),
  ('端午节', date '2026-06-19', date '2026-06-21', '国办发明电〔2025〕7号'),
  ('中秋节', date '2026-09-25', date '2026-09-27', '国办发明电〔2025〕7号'),
  ('国庆节', date '2026-10-01', date '2026-10-07', '国办发明电〔2025〕7号'),
  -- 2027: the days of the decree itself; which weekends are moved is added when it is announced.
  ('元旦',   date '2027-01-01', date '2027-01-01', '国务院令第795号'),
  ('春节',   date '2027-02-05', date '2027-02-08', '国务院令第795号'),
  ('清明节', date '2027-04-05', date '2027-04-05', '国务院令第795号'),
  ('劳动节', date '2027-05-01', date '2027-05-02', '国务院令第795号'),
  ('端午节', date '2027-06-09', date '2027-06-09', '国务院令第795号'),
  ('中秋节', date '2027-09-15', date '2027-09-15', '国务院令第795号'),
  ('国庆节', date '2027-10-01', date '2027-10-03', '国务院令第795号')
) as holiday(name, first, last, source), generate_series(first, last, interval '1 day') as day;
insert into calendar_day
select day, 'WORKDAY', '调休上班', source
from (values
  (date '2025-01-26', '国办发明电〔2024〕12号'), (date '2025-02-08', '国办发明电〔2024〕12号'),
  (date '2025-04-27', '国办发明电〔2024〕12号'), (date '2025-09-28', '国办发明电〔2024〕12号'),
  (date '2025-10-11', '国办发明电〔2024〕12号'), (date '2026-01-04', '国办发明电〔2025〕7号'),
  (date '2026-02-14', '国办发明电〔2025〕7号'), (date '2026-02-28', '国办发明电〔2025〕7号'),
  (date '2026-05-09', '国办发明电〔2025〕7号'), (date '2026-09-20', '国办发明电〔2025〕7号'),
  (date '2026-10-10', '国办发明电〔2025〕7号')
) as moved(day, source);
